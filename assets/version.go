package assets

// Version is the program's version, that of FyneApp.toml; a test compares them.
const Version = "0.5.0"
