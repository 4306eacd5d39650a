"""What people write when they sign in or look after accounts, and how allauth behaves here."""
