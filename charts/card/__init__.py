"""The card of an address: a picture of 1200 × 630 for posts and previews, drawn without a browser."""
