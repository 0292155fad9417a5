"""What a sentence names: people, bodies and places, the offices they hold, and dates."""
