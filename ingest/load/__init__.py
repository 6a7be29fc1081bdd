"""From a publisher's folder to opened, checked files."""
