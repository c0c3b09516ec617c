"""What the Checks page asks: findings and how relays printed a statement. The checks themselves are queries/checks/."""
