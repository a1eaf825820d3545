"""The form that makes a file for the board: described from the declarations, drawn by a script."""
