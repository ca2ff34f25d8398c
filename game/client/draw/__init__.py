"""The drawing layer: turns draw items into pixels. With assets, audio and app the only one that knows pygame."""
