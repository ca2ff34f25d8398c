"""Who plays here: persons, their names, reliability and ratings, and who may not come in. Pure; knows no disk."""
