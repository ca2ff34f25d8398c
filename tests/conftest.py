"""Nothing that tests start may speak to the network around it."""

import os

os.environ["NEO_SANCTUM_ANNOUNCE"] = "false"
