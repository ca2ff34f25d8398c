"""The screens of the client: plain Python over the widgets; none of them knows pygame."""
