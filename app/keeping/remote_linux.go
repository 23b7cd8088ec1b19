package keeping

import "golang.org/x/sys/unix"

// remoteTypes are the file systems whose changes by others inotify does not see.
var remoteTypes = map[uint32]bool{
	unix.NFS_SUPER_MAGIC: true, unix.SMB_SUPER_MAGIC: true, unix.SMB2_SUPER_MAGIC: true, unix.CIFS_SUPER_MAGIC: true,
	unix.FUSE_SUPER_MAGIC: true, unix.V9FS_MAGIC: true, unix.CODA_SUPER_MAGIC: true, unix.AFS_SUPER_MAGIC: true,
	unix.CEPH_SUPER_MAGIC: true,
}

func isRemote(folder string) bool {
	var s unix.Statfs_t
	return unix.Statfs(folder, &s) == nil && remoteTypes[uint32(s.Type)]
}
