"""The pygame client: what a player sees, hears and does."""
