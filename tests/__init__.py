"""What must hold: domain in seconds, apps with a database, journeys in a browser, habits of the house."""
