"""What the page Try your YAML asks."""
