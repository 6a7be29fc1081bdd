"""Small frozen suites, asked by continuous integration at every change."""
