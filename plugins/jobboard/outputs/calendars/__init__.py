"""Calendars as a form: entries in, iCalendar out. Knows neither postings nor events."""
