#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <QTest>

#include "dataset/Splits.h"

using namespace isostain;

namespace {

std::vector<std::string> cases(int count)
{
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i)
        names.push_back("case-" + std::to_string(i));
    return names;
}

std::map<std::string, int> sizesOf(const std::map<std::string, std::string>& split)
{
    std::map<std::string, int> sizes;
    for (const auto& [group, part] : split)
        ++sizes[part];
    return sizes;
}

}

class TestSplits : public QObject {
    Q_OBJECT

private slots:
    void sizesFollowTheShares_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<QByteArray>("split");
        QTest::addColumn<int>("train");
        QTest::addColumn<int>("test");
        QTest::newRow("the paper's 16") << 16 << QByteArray("train=11,test=5") << 11 << 5;
        QTest::newRow("ten") << 10 << QByteArray("train=0.8,test=0.2") << 8 << 2;
        QTest::newRow("two, one each") << 2 << QByteArray("train=0.99,test=0.01") << 1 << 1;
        QTest::newRow("two, the other way") << 2 << QByteArray("train=0.01,test=0.99") << 1 << 1;
        QTest::newRow("one") << 1 << QByteArray("train=0.8,test=0.2") << 1 << 0;
        QTest::newRow("none") << 0 << QByteArray("train=0.8,test=0.2") << 0 << 0;
        QTest::newRow("all to one") << 7 << QByteArray("train=1") << 7 << 0;
    }
    void sizesFollowTheShares()
    {
        QFETCH(const int, groups);
        QFETCH(const QByteArray, split);
        QFETCH(const int, train);
        QFETCH(const int, test);
        const auto parts = parseSplit(split.toStdString());
        QVERIFY(parts);
        auto sizes = sizesOf(splitGroups(cases(groups), *parts, 1).value());
        QCOMPARE(sizes["train"], train);
        QCOMPARE(sizes["test"], test);
    }

    void ordersAndRepeatsDoNotMatterButSeedsDo()
    {
        const auto parts = parseSplit("train=0.5,val=0.2,test=0.3").value();
        const auto split = splitGroups(cases(40), parts, 7).value();
        std::vector<std::string> shuffled = cases(40);
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(3));
        shuffled.push_back(shuffled.front());
        QVERIFY(splitGroups(shuffled, parts, 7).value() == split);
        QVERIFY(splitGroups(cases(40), parts, 8).value() != split);
    }

    void aGroupMoreMovesFewOthers()
    {
        const auto parts = parseSplit("train=0.8,test=0.2").value();
        const auto before = splitGroups(cases(40), parts, 1).value();
        const auto after = splitGroups(cases(41), parts, 1).value();
        int moved = 0;
        for (const auto& [group, part] : before)
            moved += after.at(group) != part;
        QVERIFY(moved <= 1);
    }

    void keysAreTheSameOnEveryMachine()
    {
        // The first 8 bytes of the SHA-256 of "1\na".
        QCOMPARE(stableKey(1, "a"), std::uint64_t(0x87a4add670544dbb));
        QVERIFY(stableKey(1, "a") != stableKey(2, "a"));
        QVERIFY(stableKey(1, "a") != stableKey(1, "b"));
        std::set<std::uint64_t> keys;
        for (std::uint64_t i = 0; i < 10000; ++i)
            keys.insert(mixedKey(stableKey(1, "a"), i));
        QCOMPARE(keys.size(), std::size_t(10000));
    }

    void badSplits_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "train", "train=", "=1", "train=0", "train=-1", "train=nan", "train=inf",
                                 "train=1,train=2", "train=1,", "../x=1", "a/b=1", ".=1", "train=0.8;test=0.2"})
            QTest::newRow(*text ? text : "empty") << QByteArray(text);
    }
    void badSplits()
    {
        QFETCH(const QByteArray, text);
        const auto parts = parseSplit(text.toStdString());
        QVERIFY(!parts);
        QVERIFY(parts.error().code == ErrorCode::InvalidArgument);
    }

    void assignments()
    {
        const auto assigned = parseAssignment("radboud=train,utrecht=test");
        QVERIFY(assigned);
        QCOMPARE(assigned->at("utrecht"), std::string("test"));
        for (const char* bad : {"", "a", "a=train,a=test", "a=../x"})
            QVERIFY2(!parseAssignment(bad), bad);
    }

    void foldsPartitionTheCases()
    {
        const auto folds = kFolds(cases(20), 5, 1);
        QVERIFY(folds);
        std::set<std::string> all;
        for (const auto& fold : *folds) {
            QCOMPARE(fold.size(), std::size_t(4));
            all.insert(fold.begin(), fold.end());
        }
        QCOMPARE(all.size(), std::size_t(20));
        std::vector<std::string> backwards = cases(20);
        std::reverse(backwards.begin(), backwards.end());
        QVERIFY(kFolds(backwards, 5, 1).value() == *folds);
        QVERIFY(kFolds(cases(20), 5, 2).value() != *folds);
        QVERIFY(!kFolds(cases(4), 5, 1));
        QVERIFY(!kFolds(cases(4), 1, 1));
        QVERIFY(!kFolds({}, 2, 1));
    }
};

QTEST_APPLESS_MAIN(TestSplits)
#include "tst_splits.moc"
