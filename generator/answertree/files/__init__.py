"""Files written all or nothing, and content as it was in git's history."""
