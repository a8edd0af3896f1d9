#!/usr/bin/env -S node --
// The two dashes keep --env-file for us: Node 20 takes it for its own wherever it stands, and ends when there is no such file.
// Committed, unlike what it loads: npm links a program at install time, before anything is built.
import '../dist/main.js'
