"""What is to be seen, as plain frozen values.

Screens and widgets make them; only the drawing layer turns them into pixels.
"""
