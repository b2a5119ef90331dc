#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <set>

#include <QTest>

#include <opencv2/imgproc.hpp>

#include "evaluation/GrayProfile.h"
#include "image/Image.h"
#include "support/PaintedSlide.h"

using namespace isostain;
using namespace isostain::test;

Q_DECLARE_METATYPE(isostain::ProfileLine)

namespace {

/// Colors that no two sources share by chance.
class ScrambledMap : public ColorMap {
public:
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override
    {
        for (std::size_t i = 0; i < count; ++i)
            target[i] = ((source[i] & 0xFFFFFFu) * 2654435u + 77777u) & 0xFFFFFFu;
    }
};

const ColorTablePtr& scrambledTable()
{
    static const ColorTablePtr table = ColorTable::compile(ScrambledMap()).value();
    return table;
}

/// The tiles of a slide, some of which are not there; counts how often each is asked for.
struct Tiles {
    explicit Tiles(SlidePtr from) : slide(std::move(from)) {}

    TileLookup lookup()
    {
        return [this](const TileKey& key) -> TilePtr {
            ++asked[key];
            if (absent.contains(key))
                return nullptr;
            return std::make_shared<const BgrxImage>(slide->read(key).value());
        };
    }

    SlidePtr slide;
    std::set<TileKey> absent;
    std::map<TileKey, int> asked;
};

int grayOf(std::uint32_t color)
{
    RgbImage pixel = makeRgbImage(1, 1);
    pixel.pixels.at<cv::Vec3b>(0, 0) = {std::uint8_t(color >> 16), std::uint8_t(color >> 8), std::uint8_t(color)};
    cv::Mat gray;
    cv::cvtColor(pixel.pixels, gray, cv::COLOR_RGB2GRAY);
    return gray.at<std::uint8_t>(0, 0);
}

/// What the header says of one sample, worked out pixel by pixel.
std::optional<float> expectedGray(const Tiles& tiles, const cv::Point2d& center, const cv::Point2d& normal, int across,
                                  double acrossStep, int levelIndex, const ColorTable* table)
{
    const PyramidGeometry& geometry = tiles.slide->geometry();
    const PyramidLevel& level = geometry.level(levelIndex);
    double sum = 0;
    int count = 0;
    for (int j = 0; j < across; ++j) {
        const double offset = (j - (across - 1) / 2.0) * acrossStep;
        const auto x = std::int64_t(std::floor((center.x + offset * normal.x) / level.downsampleX + 1e-6));
        const auto y = std::int64_t(std::floor((center.y + offset * normal.y) / level.downsampleY + 1e-6));
        if (x < 0 || y < 0 || x >= level.width || y >= level.height)
            continue;
        const TileKey key{levelIndex, int(x / geometry.tileSize()), int(y / geometry.tileSize())};
        if (tiles.absent.contains(key))
            return std::nullopt;
        const std::uint32_t color = paintedColor(key, int(x % geometry.tileSize()), int(y % geometry.tileSize()));
        sum += grayOf(table ? table->entry(color) : color);
        ++count;
    }
    return count > 0 ? std::optional<float>(float(sum / count)) : std::nullopt;
}

GrayProfile profileOf(const std::vector<std::optional<float>>& gray)
{
    return {0, 1, gray};
}

}

class TestGrayProfile : public QObject {
    Q_OBJECT

private slots:
    void everySampleIsThePixelsUnderIt_data()
    {
        QTest::addColumn<ProfileLine>("line");
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("level");
        QTest::newRow("along a row") << ProfileLine{{10, 20}, {310, 20}, 1} << 301 << 0;
        QTest::newRow("to the left") << ProfileLine{{310, 20}, {10, 20}, 1} << 301 << 0;
        QTest::newRow("down a column") << ProfileLine{{300.5, 10}, {300.5, 700.9}, 1} << 691 << 0;
        QTest::newRow("45 degrees") << ProfileLine{{100, 100}, {400, 400}, 1} << 425 << 0;
        QTest::newRow("3-4-5 from corner to corner of pixels") << ProfileLine{{0, 0}, {300, 400}, 1} << 501 << 0;
        QTest::newRow("steep, between pixels") << ProfileLine{{700.25, 13.75}, {611.1, 503.3}, 1} << 498 << 0;
        QTest::newRow("width 2") << ProfileLine{{10, 20}, {310, 20}, 2} << 301 << 0;
        QTest::newRow("width 5, tilted") << ProfileLine{{10, 20}, {510, 300}, 5} << 574 << 0;
        QTest::newRow("width 51, over a corner of four tiles") << ProfileLine{{200, 240}, {310, 262}, 51} << 113 << 0;
        QTest::newRow("wider than the limit") << ProfileLine{{400, 400}, {450, 400}, 9999} << 51 << 0;
        QTest::newRow("no width") << ProfileLine{{400, 400}, {450, 400}, 0} << 51 << 0;
        QTest::newRow("from outside through the slide") << ProfileLine{{-50, -30}, {11000, 3000}, 3} << 2865 << 2;
        QTest::newRow("beside the slide") << ProfileLine{{-50, -30}, {-50, 3000}, 1} << 3031 << 0;
        QTest::newRow("along the border, half outside") << ProfileLine{{100, 0.5}, {200, 0.5}, 9} << 101 << 0;
        QTest::newRow("one point") << ProfileLine{{100.5, 100.5}, {100.5, 100.5}, 1} << 1 << 0;
        QTest::newRow("the most samples of level 0") << ProfileLine{{0, 50}, {4095.5, 50}, 1} << 4096 << 0;
        QTest::newRow("one more") << ProfileLine{{0, 50}, {4096, 50}, 1} << 2049 << 1;
        QTest::newRow("long, width 8") << ProfileLine{{3, 5}, {9800, 7003}, 8} << 3010 << 2;
        QTest::newRow("longer than any level does") << ProfileLine{{-1e6, 50}, {1e6, 60}, 51} << 4096 << 6;
    }

    void everySampleIsThePixelsUnderIt()
    {
        QFETCH(ProfileLine, line);
        QFETCH(int, samples);
        QFETCH(int, level);
        Tiles tiles(PaintedSlide::create(10007, 7013));
        tiles.absent = {{0, 1, 0}, {2, 3, 2}};
        const PyramidGeometry& geometry = tiles.slide->geometry();

        const ProfileSampling sampling = samplingOf(geometry, line);
        QCOMPARE(sampling.count, samples);
        QCOMPARE(sampling.level, level);
        const int width = std::clamp(line.width, 1, ProfileLine::kMaxWidth);
        const double length = std::hypot(line.end.x - line.start.x, line.end.y - line.start.y);
        const double step = level == 0 ? 1 : length > 1e6 ? length / 4095 : geometry.level(level).downsampleX;
        QCOMPARE(sampling.step, step);
        QCOMPARE(sampling.across, std::max(1, int(std::lround(width / step))));

        const LinePixels pixels = pixelsUnderLine(geometry, sampling, tiles.lookup());
        QCOMPARE(pixels.level, level);
        const cv::Point2d u = length > 0 ? (line.end - line.start) / length : cv::Point2d(1, 0);
        for (const ColorTable* table : {static_cast<const ColorTable*>(nullptr), scrambledTable().get()}) {
            const GrayProfile profile = grayProfile(pixels, table);
            QCOMPARE(int(profile.gray.size()), samples);
            QCOMPARE(profile.step, step);
            for (int i = 0; i < samples; ++i) {
                const std::optional<float> expected =
                    expectedGray(tiles, line.start + u * (i * step), {-u.y, u.x}, sampling.across,
                                 double(width) / sampling.across, level, table);
                const std::optional<float> found = profile.gray[std::size_t(i)];
                QVERIFY2(found == expected, qPrintable(QString("sample %1: %2 instead of %3")
                                                           .arg(i)
                                                           .arg(double(found.value_or(-1)))
                                                           .arg(double(expected.value_or(-1)))));
            }
        }
    }

    void tilesOfLineAreThoseThatItReads_data() { everySampleIsThePixelsUnderIt_data(); }

    void tilesOfLineAreThoseThatItReads()
    {
        QFETCH(ProfileLine, line);
        Tiles tiles(PaintedSlide::create(10007, 7013));
        const PyramidGeometry& geometry = tiles.slide->geometry();
        const std::vector<TileKey> wanted = tilesOfLine(geometry, line);
        const LinePixels pixels = pixelsUnderLine(geometry, samplingOf(geometry, line), tiles.lookup());
        QVERIFY(pixels.missing.empty());
        QCOMPARE(wanted.size(), tiles.asked.size());
        for (const TileKey& key : wanted) {
            QVERIFY(geometry.contains(key));
            QCOMPARE(tiles.asked[key], 1);
        }
    }

    void missingTilesAreGapsAndNamed()
    {
        Tiles tiles(PaintedSlide::create(2000, 1000));
        const PyramidGeometry& geometry = tiles.slide->geometry();
        tiles.absent = {{0, 1, 0}};
        const ProfileLine line{{0.5, 100.5}, {767.5, 100.5}, 3};
        const LinePixels pixels = pixelsUnderLine(geometry, samplingOf(geometry, line), tiles.lookup());
        QCOMPARE(pixels.missing, std::vector<TileKey>({{0, 1, 0}}));
        const GrayProfile profile = grayProfile(pixels, scrambledTable().get());
        for (std::size_t i = 0; i < profile.gray.size(); ++i)
            QCOMPARE(profile.gray[i].has_value(), i < 256 || i >= 512);
    }

    void aTileOfTheWrongSizeIsMissing()
    {
        const SlidePtr slide = PaintedSlide::create(600, 600);
        const TileLookup tooSmall = [](const TileKey&) {
            return std::make_shared<const BgrxImage>(makeBgrxImage(3, 3, 0));
        };
        const ProfileSampling sampling = samplingOf(slide->geometry(), {{0, 10}, {100, 10}, 1});
        const LinePixels pixels = pixelsUnderLine(slide->geometry(), sampling, tooSmall);
        QCOMPARE(pixels.missing.size(), std::size_t(1));
        QVERIFY(!grayProfile(pixels, nullptr).gray.front());
    }

    void linesThatAreNoLinesHaveNoSamples_data()
    {
        QTest::addColumn<double>("bad");
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
        QTest::newRow("longer than numbers reach") << -std::numeric_limits<double>::max();
    }

    void linesThatAreNoLinesHaveNoSamples()
    {
        QFETCH(double, bad);
        Tiles tiles(PaintedSlide::create(600, 600));
        const double large = std::numeric_limits<double>::max();
        const ProfileLine line{{bad, 10}, {large, large}, 1};
        const ProfileSampling sampling = samplingOf(tiles.slide->geometry(), line);
        QCOMPARE(sampling.count, 0);
        QVERIFY(grayProfile(pixelsUnderLine(tiles.slide->geometry(), sampling, tiles.lookup()), nullptr).gray.empty());
        QVERIFY(tilesOfLine(tiles.slide->geometry(), line).empty());
        QCOMPARE(samplingOf(PyramidGeometry(), {{0, 0}, {9, 9}, 1}).count, 0);
    }

    void aTransformThatIsNoneGivesNothing()
    {
        Tiles tiles(PaintedSlide::create(600, 600));
        const ProfileSampling sampling = samplingOf(tiles.slide->geometry(), {{0, 10}, {100, 10}, 1});
        const double bad = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(pixelsUnderLine(tiles.slide->geometry(), sampling, tiles.lookup(), {bad, 0, 0, 0, 1, 0}).pixels.isEmpty());
        const LinePixels far = pixelsUnderLine(tiles.slide->geometry(), sampling, tiles.lookup(), {1, 0, 1e300, 0, 1, 0});
        QVERIFY(!grayProfile(far, nullptr).gray.front());
    }

    /// A second scan, turned and scaled: the sample at a point is the second slide's pixel at the mapped point.
    void secondScansAreSampledThroughTheirTransform_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("level");
        QTest::newRow("the same pixel size") << 1.0 << 0;
        QTest::newRow("half the pixel size") << 2.0 << 1;
        QTest::newRow("a little finer") << 1.9 << 0;
        QTest::newRow("twice the pixel size") << 0.5 << 0;
        QTest::newRow("a fifth of the pixel size") << 5.0 << 2;
    }

    void secondScansAreSampledThroughTheirTransform()
    {
        QFETCH(double, scale);
        QFETCH(int, level);
        Tiles first(PaintedSlide::create(3000, 2000));
        Tiles second(PaintedSlide::create(9001, 8003, 200));
        const PyramidGeometry& geometry = second.slide->geometry();
        const double angle = 0.31;
        const cv::Matx23d transform(scale * std::cos(angle), -scale * std::sin(angle), 500.5, scale * std::sin(angle),
                                    scale * std::cos(angle), 40.25);
        const ProfileSampling sampling = samplingOf(first.slide->geometry(), {{50, 100}, {900, 600}, 3});
        QCOMPARE(levelOfSampling(geometry, sampling, transform), level);
        const std::vector<TileKey> wanted = tilesOfLine(geometry, sampling, transform);
        const LinePixels pixels = pixelsUnderLine(geometry, sampling, second.lookup(), transform);
        QCOMPARE(wanted.size(), second.asked.size());
        const GrayProfile profile = grayProfile(pixels, nullptr);
        QCOMPARE(profile.level, level);
        QCOMPARE(profile.gray.size(), std::size_t(sampling.count));
        const PyramidLevel& sampled = geometry.level(level);
        for (int i = 0; i < sampling.count; ++i) {
            double sum = 0;
            for (const int j : {0, 1, 2}) {
                const cv::Point2d at = sampling.point(i, j);
                const double x = transform(0, 0) * at.x + transform(0, 1) * at.y + transform(0, 2);
                const double y = transform(1, 0) * at.x + transform(1, 1) * at.y + transform(1, 2);
                const int column = int(x / sampled.downsampleX);
                const int row = int(y / sampled.downsampleY);
                sum += grayOf(paintedColor({level, column / 200, row / 200}, column % 200, row % 200));
            }
            QCOMPARE(profile.gray[std::size_t(i)], std::optional<float>(float(sum / 3)));
        }
    }

    void grayIsRgbToGrayForEveryColor()
    {
        // One row per red value.
        RgbImage all = makeRgbImage(65536, 256);
        for (int red = 0; red < 256; ++red)
            for (int rest = 0; rest < 65536; ++rest)
                all.pixels.at<cv::Vec3b>(red, rest) = {std::uint8_t(red), std::uint8_t(rest >> 8), std::uint8_t(rest)};
        cv::Mat gray;
        cv::cvtColor(all.pixels, gray, cv::COLOR_RGB2GRAY);
        const BgrxImage pixels = toBgrx(all);
        for (int red = 0; red < 256; ++red) {
            LinePixels one;
            one.pixels.pixels = pixels.pixels.row(red).clone();
            one.states = cv::Mat(one.pixels.pixels.size(), CV_8UC1, cv::Scalar(LinePixels::Present));
            const GrayProfile profile = grayProfile(one, nullptr);
            for (int rest = 0; rest < 65536; ++rest)
                if (profile.gray[std::size_t(rest)] != float(gray.at<std::uint8_t>(red, rest)))
                    QFAIL(qPrintable(QString("color %1").arg(red << 16 | rest, 6, 16, QChar('0'))));
        }
    }

    void correlationIsPearsons_data()
    {
        using Values = std::vector<std::optional<float>>;
        QTest::addColumn<Values>("a");
        QTest::addColumn<Values>("b");
        QTest::addColumn<bool>("isDefined");
        QTest::addColumn<double>("expected");
        const std::nullopt_t gap = std::nullopt;
        QTest::newRow("itself") << Values{1, 5, 3} << Values{1, 5, 3} << true << 1.0;
        QTest::newRow("inverted") << Values{1, 5, 3} << Values{9, 1, 5} << true << -1.0;
        QTest::newRow("scaled and shifted") << Values{1, 5, 3} << Values{102, 110, 106} << true << 1.0;
        QTest::newRow("by hand") << Values{1, 2, 3, 4, 5} << Values{2, 1, 4, 3, 5} << true << 0.8;
        QTest::newRow("gaps of both are left out")
            << Values{1, gap, 2, 3, 4, 90, 5} << Values{2, 7, 1, 4, 3, gap, 5} << true << 0.8;
        QTest::newRow("one flat") << Values{1, 5, 3} << Values{7, 7, 7} << false << 0.0;
        QTest::newRow("flat thirds") << Values{1, 5, 3} << Values{85.333333f, 85.333333f, 85.333333f} << false << 0.0;
        QTest::newRow("one sample in common") << Values{1, gap, 3} << Values{gap, 2, 3} << false << 0.0;
        QTest::newRow("nothing in common") << Values{1, gap} << Values{gap, 2} << false << 0.0;
        QTest::newRow("empty") << Values{} << Values{} << false << 0.0;
    }

    void correlationIsPearsons()
    {
        QFETCH(std::vector<std::optional<float>>, a);
        QFETCH(std::vector<std::optional<float>>, b);
        QFETCH(bool, isDefined);
        QFETCH(double, expected);
        const std::optional<double> found = correlation(profileOf(a), profileOf(b));
        QCOMPARE(found.has_value(), isDefined);
        QCOMPARE(correlation(profileOf(b), profileOf(a)).has_value(), isDefined);
        if (found)
            QVERIFY(std::abs(*found - expected) < 1e-12);
    }

    void micrometersFollowTheLinesDirection()
    {
        QVERIFY(!micrometersPerPixel({{0, 0}, {9, 0}, 1}, std::nullopt, 0.5));
        QVERIFY(!micrometersPerPixel({{0, 0}, {9, 0}, 1}, 0.5, std::nullopt));
        QCOMPARE(*micrometersPerPixel({{0, 0}, {9, 0}, 1}, 0.25, 0.5), 0.25);
        QCOMPARE(*micrometersPerPixel({{0, 0}, {0, 9}, 1}, 0.25, 0.5), 0.5);
        QCOMPARE(*micrometersPerPixel({{0, 0}, {30, 40}, 1}, 0.25, 0.25), 0.25);
        QCOMPARE(*micrometersPerPixel({{7, 7}, {7, 7}, 1}, 0.25, 0.25), 0.25);
    }
};

QTEST_APPLESS_MAIN(TestGrayProfile)
#include "tst_grayprofile.moc"
