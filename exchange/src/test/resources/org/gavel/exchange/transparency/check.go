// Reads a log made by Gavel with golang.org/x/mod/sumdb and nothing else: arguments are a directory with key, paths and
// earlier.note, and the directory of the log.
package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error) {
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}

func read(elements ...string) []byte {
	bytes, err := os.ReadFile(filepath.Join(elements...))
	must(err)
	return bytes
}

func head(verifier note.Verifier, text []byte) (int64, tlog.Hash) {
	signed, err := note.Open(text, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(signed.Text, "\n")
	var size int64
	_, err = fmt.Sscanf(lines[1], "%d", &size)
	must(err)
	return size, hash(lines[2])
}

func hash(text string) tlog.Hash {
	hash, err := tlog.ParseHash(text)
	must(err)
	return hash
}

// The hashes of tiles, found where C2SP tlog-tiles names them: an index in groups of three digits, parts as .p/WIDTH.
type tiles struct {
	log  string
	size int64
}

func (t tiles) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, index := range indexes {
		tile := tlog.TileForIndex(8, index)
		width := t.size>>(8*uint(tile.L)) - tile.N<<8
		name := fmt.Sprintf("tile/%d/%03d", tile.L, tile.N)
		tile.W = 256
		if width < 256 {
			name = fmt.Sprintf("%s.p/%d", name, width)
			tile.W = int(width)
		}
		hash, err := tlog.HashFromTile(tile, read(t.log, name), index)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}

func main() {
	directory, log := os.Args[1], os.Args[2]
	verifier, err := note.NewVerifier(string(read(directory, "key")))
	must(err)
	size, root := head(verifier, read(log, "checkpoint"))
	earlierSize, earlierRoot := head(verifier, read(directory, "earlier.note"))
	source := tiles{log, size}

	own, err := tlog.TreeHash(size, source)
	must(err)
	if own != root {
		must(fmt.Errorf("root %v, not %v", own, root))
	}
	var record tlog.RecordProof
	var tree tlog.TreeProof
	for _, line := range strings.Split(strings.TrimSpace(string(read(directory, "paths"))), "\n") {
		parts := strings.Split(line, " ")
		if parts[0] == "record" {
			record = append(record, hash(parts[1]))
		} else {
			tree = append(tree, hash(parts[1]))
		}
	}
	const place = 256
	bundle := read(log, "tile/entries/001")
	entry := bundle[2:90]
	if !bytes.HasPrefix(entry, []byte("GVLLEAF1")) {
		must(fmt.Errorf("no entry: %s", base64.StdEncoding.EncodeToString(entry)))
	}
	must(tlog.CheckRecord(record, size, root, place, tlog.RecordHash(entry)))
	must(tlog.CheckTree(tree, size, root, earlierSize, earlierRoot))
	ownRecord, err := tlog.ProveRecord(size, place, source)
	must(err)
	ownTree, err := tlog.ProveTree(size, earlierSize, source)
	must(err)
	if fmt.Sprint(ownRecord) != fmt.Sprint(record) || fmt.Sprint(ownTree) != fmt.Sprint(tree) {
		must(fmt.Errorf("other proofs"))
	}
	fmt.Println(place, size, earlierSize, "same roots, same proofs")
}
