"""What stands side by side in a phase at any moment: figures of each side by topic, and what the gate says of them."""
