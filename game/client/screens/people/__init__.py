"""People as players meet them: how well they play, what one can do about them."""
