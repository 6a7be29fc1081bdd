"""A run as people read it: terminal, page, pull request, continuous integration, badge."""
