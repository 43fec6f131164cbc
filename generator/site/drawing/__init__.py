"""Drawings in SVG: outlines, neighbours, time lines, bars."""
