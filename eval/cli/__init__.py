"""The door of `spro eval`."""
