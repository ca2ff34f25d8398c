"""The widgets: they keep their state, lay themselves out by measured width, and paint plain draw items."""
