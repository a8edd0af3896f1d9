#!/usr/bin/env node
// Committed, unlike what it loads: npm links a program at install time, before anything is built.
import '../dist/main.js'
