"""Dates that a sentence names, and the arithmetic behind them."""
