"""What client and server say to each other, without any I/O."""
