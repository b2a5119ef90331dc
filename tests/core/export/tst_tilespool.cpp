#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <vector>

#include "export/TileSpool.h"

using namespace isostain;

namespace {

constexpr int kColumns = 5;
constexpr int kRows = 4;

/// Every tile differs from the others in size and content.
std::vector<std::byte> tileAt(int level, int column, int row)
{
    const int number = level * 100 + row * 10 + column;
    return std::vector<std::byte>(static_cast<std::size_t>(7 + number), static_cast<std::byte>(number));
}

}

class TestTileSpool : public QObject {
    Q_OBJECT

private slots:
    void givesBackWhatItGot_data()
    {
        QTest::addColumn<int>("bytesInMemory");
        QTest::newRow("all in the file") << 0;
        QTest::newRow("some in memory") << 1000;
        QTest::newRow("all in memory") << int(TileSpool::kBytesInMemory);
    }
    void givesBackWhatItGot()
    {
        QFETCH(const int, bytesInMemory);
        const std::vector<HalvedLevel> levels = {{1280, 1024, kColumns, kRows}, {640, 512, kColumns, kRows}, {320, 256, kColumns, kRows}};
        auto spool = TileSpool::create(output(), levels, static_cast<std::size_t>(bytesInMemory));
        QVERIFY(spool);
        for (int row = 0; row < kRows; ++row)
            for (int column = 0; column < kColumns; ++column)
                for (int level = 1; level < 3; ++level)
                    QVERIFY(spool->append({level, column, row}, tileAt(level, column, row)));
        for (int level = 1; level < 3; ++level)
            for (int row = kRows; row-- > 0;)
                for (int column = 0; column < kColumns; ++column)
                    QCOMPARE(spool->tile({level, column, row}).value(), tileAt(level, column, row));
        QVERIFY(std::filesystem::is_empty(output().parent_path()));
    }

    void aTileThatNeverCameIsAnError()
    {
        auto spool = TileSpool::create(output(), std::vector<HalvedLevel>{{512, 256, 2, 1}, {256, 128, 1, 1}});
        QVERIFY(spool);
        QCOMPARE(spool->tile({1, 0, 0}).error().code, ErrorCode::Internal);
    }

private:
    std::filesystem::path output() const { return m_folder.filePath("out.tif").toStdString(); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTileSpool)
#include "tst_tilespool.moc"
