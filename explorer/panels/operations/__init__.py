"""The page *Operations*: what runs, what failed, and how the machine is, as elements."""
