"""What an analyst keeps: own queries, saved views, watches."""
