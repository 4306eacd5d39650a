"""The job-offer check: an advert's text and the rules of its language in, the red flags found in it out."""
