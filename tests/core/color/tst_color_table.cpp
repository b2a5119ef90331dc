#include <atomic>
#include <mutex>
#include <new>
#include <stdexcept>
#include <utility>
#include <vector>

#include <QTest>

#include "color/TableOnDemand.h"
#include "color/ColorTable.h"
#include "color/TableLookup.h"

using namespace isostain;

namespace {

/// A bijection without fixed structure, so that a wrong index or byte order shows.
std::uint32_t scrambled(std::uint32_t color)
{
    return (color * 0x9E3779u + 0x1234567u) & 0xFFFFFFu;
}

class ScramblingMap : public ColorMap {
public:
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i)
            target[i] = scrambled(source[i]);
    }
};

template <typename Exception>
class FailingMap : public ColorMap {
public:
    explicit FailingMap(Exception exception) : m_exception(std::move(exception)) {}
    void map(const std::uint32_t*, std::uint32_t*, std::size_t) const override { throw m_exception; }

private:
    Exception m_exception;
};

/// Colors with all bits of byte 3 in use, the same in every run.
std::vector<std::uint32_t> somePixels(std::size_t count)
{
    std::vector<std::uint32_t> pixels(count);
    std::uint32_t state = 12345;
    for (std::uint32_t& pixel : pixels)
        pixel = state = state * 1664525u + 1013904223u;
    return pixels;
}

std::uint32_t expectedBgrx(std::uint32_t pixel)
{
    return scrambled(pixel & 0xFFFFFFu) | 0xFF000000u;
}

}

class TestColorTable : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_table = ColorTable::compile(ScramblingMap()).value(); }

    void holdsTheAnswerForEveryColor()
    {
        for (std::uint32_t color = 0; color < ColorTable::kEntryCount; ++color)
            if (m_table->entry(color) != scrambled(color))
                QFAIL(qPrintable(QString::number(color, 16)));
        QCOMPARE(m_table->entry(0xAB123456u), scrambled(0x123456u));
    }

    void identityChangesNothing()
    {
        const ColorTablePtr identity = ColorTable::identity().value();
        for (std::uint32_t color = 0; color < ColorTable::kEntryCount; ++color)
            if (identity->entry(color) != color)
                QFAIL(qPrintable(QString::number(color, 16)));
        QVERIFY(identity->id() != m_table->id());
    }

    void answersOnDemandAreTheSame_data()
    {
        QTest::addColumn<int>("level");
        QTest::newRow("portable") << int(SimdLevel::Portable);
        QTest::newRow("best") << int(bestSimdLevel());
    }
    void answersOnDemandAreTheSame()
    {
        QFETCH(const int, level);
        const auto onDemand = TableOnDemand::create(std::make_shared<ScramblingMap>()).value();
        // An odd number of colors, from an odd address on, with anything in the fourth byte.
        std::vector<std::uint32_t> colors(ColorTable::kEntryCount + 1);
        for (std::uint32_t i = 0; i < colors.size(); ++i)
            colors[i] = (i - 1) ^ i << 24;
        onDemand->apply(colors.data() + 1, colors.data() + 1, colors.size() - 1, static_cast<SimdLevel>(level));
        for (std::uint32_t color = 0; color < ColorTable::kEntryCount; ++color)
            if (colors[color + 1] != (scrambled(color) | 0xFF000000u))
                QFAIL(qPrintable(QString::number(color, 16)));
    }

    void progressRisesToTheTotal()
    {
        std::vector<std::uint64_t> done;
        JobControl control;
        control.threads = 4;
        control.onProgress = [&](const Progress& progress) {
            QCOMPARE(progress.total, std::uint64_t(ColorTable::kEntryCount));
            done.push_back(progress.done);
        };
        QVERIFY(ColorTable::compile(ScramblingMap(), control).has_value());
        QVERIFY(done.size() > 100);
        QVERIFY(std::is_sorted(done.begin(), done.end()));
        QCOMPARE(done.back(), std::uint64_t(ColorTable::kEntryCount));
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        std::uint64_t done = 0;
        JobControl control;
        control.threads = 2;
        control.stop = stop.get_token();
        control.onProgress = [&](const Progress& progress) {
            done = progress.done;
            stop.request_stop();
        };
        QCOMPARE(ColorTable::compile(ScramblingMap(), control).error().code, ErrorCode::Cancelled);
        QVERIFY(done < ColorTable::kEntryCount / 10);
    }

    void whatAMapThrowsIsAnError()
    {
        const auto codeOf = [](auto exception) { return ColorTable::compile(FailingMap(exception)).error().code; };
        QCOMPARE(codeOf(std::bad_alloc()), ErrorCode::OutOfMemory);
        QCOMPARE(codeOf(cv::Exception(cv::Error::StsNoMem, "", "", "", 0)), ErrorCode::OutOfMemory);
        QCOMPARE(codeOf(cv::Exception(cv::Error::StsBadSize, "", "", "", 0)), ErrorCode::Internal);
        QCOMPARE(codeOf(std::runtime_error("x")), ErrorCode::Internal);
    }

    void lookups_data()
    {
        QTest::addColumn<SimdLevel>("level");
        QTest::newRow("portable") << SimdLevel::Portable;
        QTest::newRow("best of this processor") << bestSimdLevel();
    }

    /// Every length around the width of a vector, at every alignment; nothing beside the pixels is written.
    void lookups()
    {
        QFETCH(SimdLevel, level);
        constexpr std::uint32_t kGuard = 0xDEADBEEFu;
        const std::vector<std::uint32_t> source = somePixels(80);
        for (std::size_t count = 0; count <= 40; ++count)
            for (std::size_t offset = 0; offset < 9; ++offset) {
                std::vector<std::uint32_t> expected(80, kGuard), target(80, kGuard), inPlace = source, changed = source;
                for (std::size_t i = offset; i < offset + count; ++i)
                    changed[i] = expected[i] = expectedBgrx(source[i]);
                lookUpBgrx(m_table->entries(), source.data() + offset, target.data() + offset, count, level);
                QCOMPARE(target, expected);
                lookUpBgrx(m_table->entries(), inPlace.data() + offset, inPlace.data() + offset, count, level);
                QCOMPARE(inPlace, changed);
            }
    }

    void rgbLookups_data() { lookups_data(); }

    void rgbLookups()
    {
        QFETCH(SimdLevel, level);
        const std::vector<std::uint32_t> colors = somePixels(40);
        for (std::size_t count = 0; count <= colors.size(); ++count)
            for (std::size_t offset = 0; offset < 9; ++offset) {
                // Exactly as long as the pixels, so that the address sanitizer sees a byte too many.
                std::vector<std::uint8_t> source(offset), expected(offset);
                for (std::size_t i = 0; i < count; ++i)
                    for (const int shift : {16, 8, 0}) {
                        source.push_back(static_cast<std::uint8_t>(colors[i] >> shift));
                        expected.push_back(static_cast<std::uint8_t>(scrambled(colors[i] & 0xFFFFFFu) >> shift));
                    }
                std::vector<std::uint8_t> target(source.size());
                lookUpRgb(m_table->entries(), source.data() + offset, target.data() + offset, count, level);
                QCOMPARE(target, expected);
                lookUpRgb(m_table->entries(), source.data() + offset, source.data() + offset, count, level);
                QCOMPARE(source, expected);
            }
    }

    void imagesWhoseRowsLieApart()
    {
        cv::Mat bgrx(20, 37, CV_8UC4), rgb(20, 37, CV_8UC3);
        cv::randu(bgrx, 0, 256);
        cv::randu(rgb, 0, 256);
        const cv::Rect part(3, 4, 29, 11);
        const BgrxImage mapped = m_table->apply(BgrxImage{bgrx(part)});
        const RgbImage mappedRgb = m_table->apply(RgbImage{rgb(part)});
        QCOMPARE(mapped.pixels.size(), part.size());
        for (int y = 0; y < part.height; ++y)
            for (int x = 0; x < part.width; ++x) {
                QCOMPARE(mapped.row(y)[x], expectedBgrx(bgrx.at<std::uint32_t>(part.y + y, part.x + x)));
                const auto& source = rgb.at<cv::Vec3b>(part.y + y, part.x + x);
                const auto& target = mappedRgb.pixels.at<cv::Vec3b>(y, x);
                QCOMPARE(std::uint32_t(target[0] << 16 | target[1] << 8 | target[2]),
                         scrambled(std::uint32_t(source[0] << 16 | source[1] << 8 | source[2])));
            }
        QVERIFY(m_table->apply(BgrxImage()).isEmpty());
        QVERIFY(m_table->apply(RgbImage()).isEmpty());
    }

private:
    ColorTablePtr m_table;
};

QTEST_GUILESS_MAIN(TestColorTable)
#include "tst_color_table.moc"
