"""Values become typed records: the shape of every file that people edit."""
