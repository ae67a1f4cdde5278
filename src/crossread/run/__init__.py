"""Where the work happens: in this process, or in a pool of processes."""
