"""The forms that agreements are written in; each module finds its own, `agreements` chooses."""
