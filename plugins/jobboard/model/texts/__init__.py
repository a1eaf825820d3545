"""What codes and words of other languages stand for."""
