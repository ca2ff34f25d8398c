"""Load on a server: real websocket clients in processes of their own, and figures of what it cost."""
