package atomicfile

// SyncFolder does nothing: Windows flushes a name together with its file and
// has no call for folders.
func SyncFolder(string) error { return nil }
