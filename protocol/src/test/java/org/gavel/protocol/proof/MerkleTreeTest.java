package org.gavel.protocol.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Roots and proofs of RFC 9162, against its recursive definition and against vectors made elsewhere. */
final class MerkleTreeTest {
    private static final int MOST = 65;

    private static TreeHash leaf(String data) {
        return TreeHash.leaf(data.getBytes(StandardCharsets.UTF_8));
    }

    private static List<TreeHash> bids(int count) {
        return IntStream.range(0, count).mapToObj(i -> leaf("bid-" + i)).toList();
    }

    /** MTH of §2.1.1, word for word. */
    private static TreeHash root(List<TreeHash> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = 1;
        while (split * 2 < leaves.size()) {
            split *= 2;
        }
        return TreeHash.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private static MerkleTree tree(List<TreeHash> leaves, int size) {
        return new MerkleTree(
                (level, index) ->
                        root(leaves.subList(Math.toIntExact(index << level), Math.toIntExact((index + 1) << level))),
                size);
    }

    private static List<String> hex(List<TreeHash> hashes) {
        return hashes.stream().map(TreeHash::hex).toList();
    }

    @Test
    void hasTheRootsOfTheVectors() {
        List<TreeHash> bids = bids(7);
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                tree(bids, 0).root().hex());
        assertEquals(
                "095caff0789a6103e84c3b40f926a8b277c77774faa16071b3b011159ea7f16a",
                tree(bids, 1).root().hex());
        assertEquals(
                "f4b473fdac35f36a675b78d799a09a67ec6d0433ba5d77f60efc2af1c1a64163",
                tree(bids, 4).root().hex());
        assertEquals(
                "093f9fbcee96f0c58c59ab42be08f87b01fc98fb47e811261b5efcc1ef75a3de",
                tree(bids, 7).root().hex());
    }

    @Test
    void hasTheProofsOfTheVectors() {
        MerkleTree seven = tree(bids(7), 7);
        assertEquals(
                List.of("b378ed34", "bedc1028", "f4b473fd"),
                begins(seven.inclusionOf(5).path()));
        assertEquals(List.of("983c4898"), begins(seven.consistencyWith(4).path()));
        assertEquals(
                List.of("2e2de4c9", "bedc1028", "f4b473fd"),
                begins(seven.consistencyWith(6).path()));
    }

    private static List<String> begins(List<TreeHash> hashes) {
        return hex(hashes).stream().map(hash -> hash.substring(0, 8)).toList();
    }

    @Test
    void provesTheReceiptOfTheMechanismsDocument() {
        List<TreeHash> leaves = List.of(leaf("1|A|1000"), leaf("2|B|1100"), leaf("3|A|1200"));
        MerkleTree tree = tree(leaves, 3);

        assertEquals(
                "68a2d1aa8e0de9758df9253c785dc154a1f4680a176aef79975364516da77e97",
                tree.root().hex());
        assertEquals(
                "ca187af6f93c3dc5b421fe78699c34121c98e07fb37321cc78c06f15dd1443e0",
                leaves.get(2).hex());
        assertEquals(
                List.of("323800c7331e71a074f8a7719d74c2c26819b77d1cdc87dea341232fc83aa0d0"),
                hex(tree.inclusionOf(2).path()));
        assertEquals(
                List.of(
                        "7ae7176cb07c006b7b13828d81895c686242bd06e8b077960157f2bcc5fe3f70",
                        "ca187af6f93c3dc5b421fe78699c34121c98e07fb37321cc78c06f15dd1443e0"),
                hex(tree.inclusionOf(0).path()));
    }

    @Test
    void provesEveryLeafOfEveryTreeAndNothingElse() {
        List<TreeHash> leaves = bids(MOST);
        for (int size = 1; size <= MOST; size++) {
            TreeHash root = tree(leaves, size).root();
            assertEquals(root(leaves.subList(0, size)), root);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree(leaves, size).inclusionOf(index);
                TreeHash leaf = leaves.get(index);
                assertTrue(proof.proves(leaf, root), () -> "a true proof");
                assertFalse(proof.proves(leaf("forged"), root));
                assertFalse(proof.proves(leaf, leaf("forged")));
                mutants(proof.path())
                        .forEach(path ->
                                assertFalse(new InclusionProof(proof.index(), proof.size(), path).proves(leaf, root)));
                assertFalse(new InclusionProof(index, index, proof.path()).proves(leaf, root), "no such leaf");
                for (int other = 0; other < size; other++) {
                    boolean proves = new InclusionProof(other, size, proof.path()).proves(leaf, root);
                    assertEquals(other == index, proves, "a leaf has one place");
                }
            }
        }
    }

    @Test
    void provesThatEveryTreeGoesOnAndNothingElse() {
        List<TreeHash> leaves = bids(MOST);
        for (int second = 1; second <= MOST; second++) {
            TreeHash secondRoot = tree(leaves, second).root();
            for (int first = 1; first <= second; first++) {
                ConsistencyProof proof = tree(leaves, second).consistencyWith(first);
                TreeHash firstRoot = tree(leaves, first).root();
                assertTrue(proof.proves(firstRoot, secondRoot));
                assertFalse(proof.proves(leaf("forged"), secondRoot));
                assertFalse(proof.proves(firstRoot, leaf("forged")));
                int from = first;
                int to = second;
                mutants(proof.path())
                        .forEach(path ->
                                assertFalse(new ConsistencyProof(from, to, path).proves(firstRoot, secondRoot)));
                assertFalse(new ConsistencyProof(0, second, proof.path()).proves(TreeHash.EMPTY, secondRoot));
            }
        }
    }

    /** Each with one hash changed, missing, twice or in another's place. */
    private static List<List<TreeHash>> mutants(List<TreeHash> path) {
        List<List<TreeHash>> mutants = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<TreeHash> changed = new ArrayList<>(path);
            changed.set(i, leaf("forged"));
            mutants.add(changed);
            List<TreeHash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            mutants.add(shorter);
        }
        List<TreeHash> longer = new ArrayList<>(path);
        longer.add(leaf("forged"));
        mutants.add(longer);
        return mutants;
    }

    @Test
    void copesWithTreesOfAnySize() {
        TreeHash same = leaf("same");
        List<TreeHash> levels = new ArrayList<>(List.of(same));
        IntStream.range(1, Long.SIZE)
                .mapToObj(level -> TreeHash.node(levels.get(level - 1), levels.get(level - 1)))
                .forEach(levels::add);
        MerkleTree huge = new MerkleTree((level, index) -> levels.get(level), Long.MAX_VALUE);

        assertTrue(huge.inclusionOf(Long.MAX_VALUE - 1).proves(same, huge.root()));
        assertTrue(huge.inclusionOf(0).proves(same, huge.root()));
    }
}
