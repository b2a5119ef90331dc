#include <cmath>

#include <QTemporaryDir>
#include <QTest>

#include "color/GlassColor.h"
#include "color/StainSeparation.h"
#include "demo/DemoSet.h"
#include "normalize/ColorSample.h"
#include "support/SlideDecorators.h"

using namespace isostain;
using namespace isostain::test;

namespace {

bool isSame(const ColorCounts& a, const ColorCounts& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const ColorCount& x, const ColorCount& y) { return x.color == y.color && x.count == y.count; });
}

/// A slide that does not say how large its pixels are: it is sampled at level 0.
class UnscaledSlide : public Slide {
public:
    explicit UnscaledSlide(SlidePtr inner) : Slide(inner->geometry(), withoutScale(inner->info())), m_inner(std::move(inner)) {}

    Result<BgrxImage> read(const TileKey& key, const std::stop_token& stop) const override { return m_inner->read(key, stop); }
    Result<RgbImage> readAssociatedImage(const std::string& name) const override { return m_inner->readAssociatedImage(name); }

private:
    static SlideInfo withoutScale(SlideInfo info)
    {
        info.mppX.reset();
        info.mppY.reset();
        return info;
    }

    SlidePtr m_inner;
};

}

class TestColorSample : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        demo::DemoSetOptions options;
        options.tissue.width = 5120;
        options.tissue.height = 4096;
        options.slides = {demo::ScannerId::A};
        options.tiles = 0;
        const auto written = demo::writeDemoSet(m_folder.path().toStdString(), options, {});
        QVERIFY(written.has_value());
        m_slide = openSlide(written->front()).value();
    }

    void theSameSeedGivesTheSameSample()
    {
        const UnscaledSlide slide(m_slide);
        const ColorSample first = sampleSlide(slide, 7, {{}, {}, 1}).value();
        const ColorSample second = sampleSlide(slide, 7, {{}, {}, 3}).value();
        QVERIFY(isSame(first.all, second.all) && isSame(first.tissue, second.tissue));
        QCOMPARE(first.glass, second.glass);
        QVERIFY(!isSame(first.tissue, sampleSlide(slide, 8).value().tissue));
        QVERIFY(!first.mpp);
    }

    void readsFewTiles()
    {
        const CountingSlide counting(m_slide);
        QVERIFY(sampleSlide(counting).has_value());
        const int level0 = m_slide->geometry().columns(0) * m_slide->geometry().rows(0);
        QVERIFY2(counting.readCount() < 64 + level0 / 8, qPrintable(QString::number(counting.readCount())));
    }

    void stainsAreThoseOfTheWholeSlide()
    {
        const ColorSample sampled = sampleSlide(*m_slide).value();
        const auto whole = readRegion(*m_slide, 0, {0, 0, m_slide->geometry().width(), m_slide->geometry().height()}).value();
        const ColorSample all = sampleImage(toRgb(whole), sampled.mpp);
        const auto found = macenkoStainMatrix(sampled.tissue).value();
        const auto expected = macenkoStainMatrix(all.tissue).value();
        for (std::size_t stain = 0; stain < 2; ++stain)
            QVERIFY2(degreesBetween(found[stain], expected[stain]) < 2, qPrintable(QString::number(degreesBetween(found[stain], expected[stain]))));
        QVERIFY(std::abs(sampled.tissueShare - all.tissueShare) < 0.1);
    }

    void tissueHoldsNoGlass()
    {
        const ColorSample sample = sampleSlide(*m_slide).value();
        const GlassDistance distance(sample.glass);
        std::uint64_t glass = 0;
        for (const ColorCount& entry : sample.tissue)
            if (distance.of(entry.color) < 0.08)
                glass += entry.count;
        QVERIFY(pixelCount(sample.tissue) > 100000);
        QVERIFY(static_cast<double>(glass) < 0.02 * static_cast<double>(pixelCount(sample.tissue)));
    }

    void saysWhatTheSlideSays()
    {
        const ColorSample sample = sampleSlide(*m_slide).value();
        QCOMPARE(*sample.mpp, demo::kDemoMpp);
        QVERIFY(sample.demo && sample.demo->stain == "he");
    }

    void unreadableTilesArePassedOver()
    {
        const FailingSlide some(m_slide, [](const TileKey& key) { return key.level == 0 && key.column % 2 == 0; });
        QVERIFY(pixelCount(sampleSlide(some).value().tissue) > 50000);
        const FailingSlide none(m_slide, [](const TileKey&) { return true; });
        QCOMPARE(sampleSlide(none).error().code, ErrorCode::SlideUnreadable);
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(sampleSlide(*m_slide, 1, {stop.get_token(), {}, 0}).error().code, ErrorCode::Cancelled);
    }

    void regionsAreCutToTheSlide()
    {
        const ColorSample corner = sampleRegion(*m_slide, {5000, 4000, 500, 500}).value();
        QCOMPARE(pixelCount(corner.all), std::uint64_t(120 * 96));
        QCOMPARE(sampleRegion(*m_slide, {6000, 0, 10, 10}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(sampleRegion(*m_slide, {100, 100, 0, 10}).error().code, ErrorCode::InvalidArgument);
        QVERIFY(pixelCount(sampleRegion(*m_slide, {0, 0, 5120, 4096}).value().all) <= 16'000'000);
    }

    void samplesAreMerged()
    {
        const ColorSample a = sampleRegion(*m_slide, {1000, 1000, 200, 200}).value();
        const ColorSample both = merged(a, a);
        QCOMPARE(pixelCount(both.all), 2 * pixelCount(a.all));
        QCOMPARE(pixelCount(both.tissue), 2 * pixelCount(a.tissue));
        QVERIFY(std::abs(both.tissueShare - a.tissueShare) < 1e-12);
        QVERIFY(isSame(merged(ColorSample(), a).tissue, a.tissue));
    }

    void anEmptyImageGivesAnEmptySample()
    {
        QVERIFY(sampleImage({}).all.empty());
    }

private:
    QTemporaryDir m_folder;
    SlidePtr m_slide;
};

QTEST_GUILESS_MAIN(TestColorSample)
#include "tst_color_sample.moc"
