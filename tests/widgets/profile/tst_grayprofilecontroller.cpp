#include <cmath>

#include <QSignalSpy>
#include <QTest>

#include "compare/CompareView.h"
#include "demo/Tissue.h"
#include "profile/CurveTable.h"
#include "profile/GrayProfileController.h"
#include "profile/ProfileChart.h"
#include "profile/ProfilePlot.h"
#include "widgets/compare/ViewFixture.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// Generated tissue as a slide.
class TissueSlide : public VirtualLevelSlide {
public:
    explicit TissueSlide(demo::ScannerId scanner)
        : VirtualLevelSlide(PyramidGeometry({{kSize, kSize}}), describe()),
          m_generator({Stain::HematoxylinEosin, 4096, 4096, 5}),
          m_scanner(scanner)
    {
    }

    Result<RgbImage> readAssociatedImage(const std::string& name) const override
    {
        return fail(ErrorCode::NoSuchAssociatedImage, name);
    }

    static constexpr int kSize = 700;

protected:
    Result<BgrxImage> readStored(int, const PixelRect& rect, const std::stop_token&) const override
    {
        return m_generator.render({1500 + int(rect.x), 1500 + int(rect.y), int(rect.width), int(rect.height)}, m_scanner);
    }

private:
    static SlideInfo describe()
    {
        SlideInfo info;
        info.path = "tissue.tif";
        info.mppX = info.mppY = demo::kDemoMpp;
        info.bounds = {0, 0, kSize, kSize};
        return info;
    }

    demo::TissueGenerator m_generator;
    demo::ScannerId m_scanner;
};

/// The middle of the darkest spot: a nucleus.
cv::Point2d darkestSpot(const Slide& slide)
{
    const BgrxImage image = readRegion(slide, 0, {0, 0, TissueSlide::kSize, TissueSlide::kSize}).value();
    long darkest = std::numeric_limits<long>::max();
    cv::Point2d spot;
    constexpr int kSpot = 9;
    for (int y = 100; y < image.height() - 100; y += 3)
        for (int x = 100; x < image.width() - 100; x += 3) {
            long sum = 0;
            for (int dy = 0; dy < kSpot; ++dy)
                for (int dx = 0; dx < kSpot; ++dx)
                    sum += qGray(image.row(y + dy)[x + dx]);
            if (sum < darkest) {
                darkest = sum;
                spot = {x + kSpot / 2.0, y + kSpot / 2.0};
            }
        }
    return spot;
}

TileLookup tilesOf(const SlidePtr& slide)
{
    return [slide](const TileKey& key) {
        return std::make_shared<const BgrxImage>(slide->read(key).value());
    };
}

struct ProfileFixture : ViewFixture {
    ProfileFixture()
    {
        plot.resize(900, 280);
        plot.show();
        show();
        view.setTool(ViewTool::Line);
    }

    bool settleProfile()
    {
        return QTest::qWaitFor([this] { return controller.isSettled(); }, 20000);
    }
    /// A position of a pane as the mouse meets it.
    QPoint positionOf(const cv::Point2d& level0, int pane) const
    {
        const cv::Point2d device = view.viewport().toDevice(level0);
        const QPoint corner = view.paneLayout().places[std::size_t(pane)].viewportCorner();
        const double ratio = view.devicePixelRatioF();
        return QPoint(int((device.x + corner.x()) / ratio), int((device.y + corner.y()) / ratio));
    }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&view, Qt::LeftButton, modifiers, from);
        for (const double part : {0.25, 0.5, 0.75, 1.0})
            moveTo(from + (QPointF(to - from) * part).toPoint(), modifiers);
        QTest::mouseRelease(&view, Qt::LeftButton, modifiers, to);
    }
    void moveTo(const QPoint& position, Qt::KeyboardModifiers modifiers)
    {
        QMouseEvent move(QEvent::MouseMove, position, view.mapToGlobal(position), Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&view, &move);
    }

    ProfilePlot plot;
    GrayProfileController controller{view, cache, scheduler, plot};
};

}

class TestGrayProfileController : public QObject {
    Q_OBJECT

private slots:
    /// The acceptance: every pane's curve is core/evaluation's answer for the line that the mouse drew.
    void aLineAcrossANucleusGivesTheTablesValues_data()
    {
        QTest::addColumn<int>("pane");
        QTest::addColumn<int>("width");
        QTest::newRow("drawn on the source") << 0 << 1;
        QTest::newRow("drawn on a method") << 1 << 1;
        QTest::newRow("drawn on the second scan, averaged over 7 px") << 3 << 7;
    }

    void aLineAcrossANucleusGivesTheTablesValues()
    {
        QFETCH(int, pane);
        QFETCH(int, width);
        ProfileFixture fixture;
        const SlidePtr slide = std::make_shared<TissueSlide>(demo::ScannerId::A);
        const SlidePtr second = std::make_shared<TissueSlide>(demo::ScannerId::B);
        const cv::Matx23d matrix(0.9, -0.1, 40, 0.1, 0.9, -20);
        const SlideAlignment alignment = SlideAlignment::fromMatrix(matrix).value();
        fixture.view.setSlide(slide);
        fixture.view.setPanes({{.name = "Source"},
                               {.name = "One", .table = permutedTable(1)},
                               {.name = "Two", .table = curvedTable()},
                               {.name = "Scan", .slide = second, .alignment = alignment}});
        const cv::Point2d nucleus = darkestSpot(*slide);
        fixture.view.setViewport({nucleus, 2, 1, 1});
        QVERIFY(fixture.settle());
        fixture.plot.setLineWidth(width);

        std::vector<ProfileLine> heard;
        connect(&fixture.view, &CompareView::lineChanged, this, [&](const std::optional<ProfileLine>& line) {
            if (line)
                heard.push_back(*line);
        });
        const cv::Point2d reach(31, 12);
        fixture.drag(fixture.positionOf(nucleus - reach, pane), fixture.positionOf(nucleus + reach, pane));
        QVERIFY2(heard.size() >= 3, "not live");
        const ProfileLine line = *fixture.view.line();
        QCOMPARE(heard.back(), line);
        QCOMPARE(line.width, width);
        QVERIFY(cv::norm(line.start - (nucleus - reach)) <= 1 && cv::norm(line.end - (nucleus + reach)) <= 1);
        QVERIFY(fixture.settleProfile());

        const ProfileSampling sampling = samplingOf(slide->geometry(), line);
        const LinePixels source = pixelsUnderLine(slide->geometry(), sampling, tilesOf(slide));
        const LinePixels scanned = pixelsUnderLine(second->geometry(), sampling, tilesOf(second), matrix);
        const std::vector<GrayProfile> expected = {grayProfile(source, nullptr), grayProfile(source, permutedTable(1).get()),
                                                   grayProfile(source, curvedTable().get()), grayProfile(scanned, nullptr)};
        const auto& curves = fixture.plot.profiles().curves;
        QCOMPARE(curves.size(), expected.size());
        for (std::size_t i = 0; i < curves.size(); ++i) {
            QCOMPARE(curves[i].name, fixture.view.panes()[i].name);
            QVERIFY2(curves[i].profile.gray == expected[i].gray, qPrintable(curves[i].name));
            if (i > 0)
                QCOMPARE(curves[i].correlation, correlation(expected[0], expected[i]));
        }
        // A nucleus is darker than what surrounds it.
        const auto& gray = curves[0].profile.gray;
        const float middle = *gray[gray.size() / 2];
        QVERIFY(middle < *gray.front() && middle < *gray.back());
        QCOMPARE(fixture.plot.profiles().micrometersPerPixel, std::optional<double>(demo::kDemoMpp));
    }

    void endsAndLineAreDraggedAndShiftKeepsDirections()
    {
        ProfileFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.view.setViewport({{1500, 1000}, 1, 1, 1});
        fixture.view.setLine(ProfileLine{{1400.5, 900.5}, {1600.5, 1000.5}, 1});
        const auto at = [&](double x, double y, int pane) {
            return fixture.positionOf({x, y}, pane);
        };

        fixture.drag(at(1600.5, 1000.5, 0), at(1630.5, 1100.5, 0));
        QVERIFY(cv::norm(fixture.view.line()->end - cv::Point2d(1630.5, 1100.5)) < 1e-6 + 1 / fixture.view.devicePixelRatioF());
        QCOMPARE(fixture.view.line()->start, cv::Point2d(1400.5, 900.5));

        const ProfileLine before = *fixture.view.line();
        const cv::Point2d middle = (before.start + before.end) / 2;
        fixture.drag(at(middle.x, middle.y, 1), at(middle.x + 20, middle.y - 40, 1));
        const cv::Point2d moved = fixture.view.line()->start - before.start;
        QVERIFY(cv::norm(moved - cv::Point2d(20, -40)) < 1.5);
        QVERIFY(cv::norm(fixture.view.line()->end - before.end - moved) < 1e-9);

        fixture.drag(at(1350, 1200, 0), at(1450, 1190, 0), Qt::ShiftModifier);
        QCOMPARE(fixture.view.line()->start.y, fixture.view.line()->end.y);

        // The pane where the drag began holds, also beyond its border.
        const QPoint from = at(1400, 950, 0);
        fixture.drag(from, from + QPoint(fixture.view.width() * 3 / 4, 0));
        QVERIFY(std::abs(fixture.view.line()->length() - fixture.view.width() * 3 / 4 * fixture.view.devicePixelRatioF()) < 2);

        const Viewport viewport = fixture.view.viewport();
        QCOMPARE(viewport.center, cv::Point2d(1500, 1000)); // nothing panned
        fixture.view.setFocus();
        QTest::keyClick(&fixture.view, Qt::Key_Escape);
        QVERIFY(!fixture.view.line());
        QTRY_VERIFY(fixture.plot.isEmpty());
    }

    void theLineIsShownInEveryPane()
    {
        ProfileFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.view.setPanes({{}, {}, {}});
        fixture.view.setViewport({{1500, 1000}, 1, 1, 1});
        const QImage before = fixture.settledFrame();
        fixture.view.setLine(ProfileLine{{1450, 900}, {1540, 1100}, 1});
        const QImage after = fixture.settledFrame();
        const auto changes = [&](const PanePlace& place) {
            std::vector<QPoint> points;
            for (int y = 0; y < place.rect.height(); ++y)
                for (int x = 0; x < place.rect.width(); ++x)
                    if (before.pixel(place.rect.topLeft() + QPoint(x, y)) != after.pixel(place.rect.topLeft() + QPoint(x, y)))
                        points.push_back({x, y});
            return points;
        };
        const PaneLayout layout = fixture.view.paneLayout();
        QVERIFY(changes(layout.places[0]).size() > 400);
        QCOMPARE(changes(layout.places[1]), changes(layout.places[0]));
        QCOMPARE(changes(layout.places[2]), changes(layout.places[0]));
        fixture.view.setLine(std::nullopt);
        QCOMPARE(fixture.settledFrame(), before);
    }

    void gapsFillWhenTilesArrive()
    {
        ProfileFixture fixture;
        const auto gated = std::make_shared<GatedSlide>(PaintedSlide::create(3000, 2000));
        const auto counting = std::make_shared<CountingSlide>(gated);
        fixture.view.setSlide(counting);
        fixture.view.setLine(ProfileLine{{10, 10}, {2900, 1900}, 5});
        QTRY_VERIFY(fixture.plot.profiles().sampleCount() > 3000);
        QVERIFY(fixture.plot.profiles().awaitedTiles > 0);
        const auto gapCount = [&] {
            const auto& gray = fixture.plot.profiles().curves[0].profile.gray;
            return std::count(gray.begin(), gray.end(), std::nullopt);
        };
        QVERIFY(gapCount() > 0);
        QVERIFY(!fixture.controller.isSettled());
        gated->open();
        QVERIFY(fixture.settleProfile());
        QCOMPARE(gapCount(), 0);
        for (const TileKey& key : tilesOfLine(counting->geometry(), *fixture.view.line()))
            QCOMPARE(counting->readCount(key), 1);
        QCOMPARE(counting->largestReadCount(), 1);
    }

    void moreMethodsReadNoTileAgain()
    {
        ProfileFixture fixture;
        const auto counting = std::make_shared<CountingSlide>(PaintedSlide::create(3000, 2000));
        fixture.view.setSlide(counting);
        fixture.view.setLine(ProfileLine{{10, 10}, {2900, 1900}, 1});
        QVERIFY(fixture.settleProfile() && fixture.settle());
        fixture.view.setPanes({{.name = "Source"},
                               {.name = "a", .table = permutedTable(1)},
                               {.name = "b", .table = permutedTable(2)},
                               {.name = "c", .table = permutedTable(3)}});
        QVERIFY(fixture.settleProfile() && fixture.settle());
        QCOMPARE(fixture.plot.profiles().curves.size(), std::size_t(4));
        QCOMPARE(counting->largestReadCount(), 1);
    }

    void unreadableTilesStayGapsAndAreAskedForOnce()
    {
        ProfileFixture fixture;
        const auto counting = std::make_shared<CountingSlide>(std::make_shared<FailingSlide>(
            PaintedSlide::create(3000, 2000), [](const TileKey& key) { return key.level == 0 && key.column == 2; }));
        fixture.view.setSlide(counting);
        fixture.view.setLine(ProfileLine{{0, 10}, {1500, 10}, 1});
        QVERIFY(fixture.settleProfile());
        const int results = fixture.controller.resultCount();
        QTest::qWait(100);
        QCOMPARE(fixture.controller.resultCount(), results); // comes to rest
        const auto& gray = fixture.plot.profiles().curves[0].profile.gray;
        for (std::size_t i = 0; i < gray.size(); ++i)
            QCOMPARE(gray[i].has_value(), i < 512 || i >= 768);
        QCOMPARE(counting->readCount({0, 2, 0}), 1);
    }

    void aPanesOwnSchedulerReadsItsTiles()
    {
        ProfileFixture fixture;
        auto own = std::make_unique<TileScheduler>(fixture.cache, 1);
        fixture.view.setSlide(PaintedSlide::create(2000, 2000));
        fixture.view.setLine(ProfileLine{{0, 10}, {1500, 10}, 1});
        const auto other = std::make_shared<CountingSlide>(PaintedSlide::create(2000, 2000));
        fixture.view.setPanes({{.name = "Source"}, {.name = "Network", .slide = other, .scheduler = own.get()}});
        QVERIFY(fixture.settleProfile());
        QVERIFY(fixture.plot.profiles().curves[1].profile.gray[1400].has_value());
        QVERIFY(own->readCount() > 0);
        fixture.view.setPanes({{.name = "Source"}}); // from here on the scheduler may go
        own.reset();
        fixture.view.setLine(ProfileLine{{0, 10}, {1500, 90}, 1});
        QVERIFY(fixture.settleProfile());
        QCOMPARE(fixture.plot.profiles().curves.size(), std::size_t(1));
    }

    void restsWhileThePlotIsHidden()
    {
        ProfileFixture fixture;
        const auto counting = std::make_shared<CountingSlide>(PaintedSlide::create(9000, 9000));
        fixture.view.setSlide(counting);
        QVERIFY(fixture.settle());
        fixture.plot.hide();
        const int reads = counting->readCount();
        fixture.view.setLine(ProfileLine{{10, 10}, {3900, 10}, 1});
        QTest::qWait(50);
        QCOMPARE(fixture.controller.resultCount(), 0);
        QCOMPARE(counting->readCount(), reads);
        fixture.plot.show();
        QVERIFY(fixture.settleProfile());
        QCOMPARE(fixture.plot.profiles().sampleCount(), std::size_t(3891));
    }

    void anotherSlideTakesTheLineAway()
    {
        ProfileFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.view.setLine(ProfileLine{{10, 10}, {900, 10}, 1});
        QVERIFY(fixture.settleProfile());
        fixture.view.setSlide(PaintedSlide::create(500, 500));
        QVERIFY(!fixture.view.line());
        QVERIFY(fixture.settleProfile());
        QVERIFY(fixture.plot.isEmpty());
        fixture.view.setSlide(nullptr);
        fixture.view.setLine(ProfileLine{{1, 1}, {9, 9}, 1});
        QVERIFY(fixture.settleProfile());
        QVERIFY(fixture.plot.isEmpty());
    }

    void cursorsAreLinked()
    {
        ProfileFixture fixture;
        fixture.view.setSlide(PaintedSlide::create(3000, 2000));
        fixture.view.setViewport({{1500, 1000}, 1, 1, 1});
        fixture.view.setLine(ProfileLine{{1400, 1000}, {1600, 1000}, 1});
        QVERIFY(fixture.settleProfile() && fixture.settle());
        QTest::mouseMove(&fixture.view, fixture.positionOf({1450, 1003}, 0));
        QTRY_VERIFY(fixture.plot.cursorSample());
        QVERIFY(std::abs(*fixture.plot.cursorSample() - 50) <= 2);
        QTest::mouseMove(&fixture.view, fixture.positionOf({1450, 1100}, 0));
        QTRY_VERIFY(!fixture.plot.cursorSample());
        const QImage before = fixture.view.grabFrame();
        emit fixture.plot.positionHovered(100.0);
        QVERIFY(fixture.view.grabFrame() != before);
        emit fixture.plot.positionHovered(std::nullopt);
        QCOMPARE(fixture.view.grabFrame(), before);
    }
};

QTEST_MAIN(TestGrayProfileController)
#include "tst_grayprofilecontroller.moc"
