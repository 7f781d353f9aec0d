"""What is kept for the council beside the last figures: Snapshots of key figures, and reports that never change."""
