#include <QSignalSpy>
#include <QTest>

#include "../compare/ViewFixture.h"
#include "handover/Background.h"
#include "overview/Navigator.h"
#include "overview/OverviewPicture.h"
#include "overview/ScaleBar.h"
#include "overview/ViewOverlays.h"

using namespace isostain;
using namespace isostain::test;

class TestOverview : public QObject {
    Q_OBJECT

private slots:
    void lengthsAreRound_data()
    {
        QTest::addColumn<double>("perPixel");
        QTest::addColumn<double>("longest");
        QTest::addColumn<double>("length");
        QTest::newRow("0.25 um") << 0.25 << 140.0 << 20.0;
        QTest::newRow("0.5 um") << 0.5 << 140.0 << 50.0;
        QTest::newRow("exactly") << 1.0 << 100.0 << 100.0;
        QTest::newRow("just under") << 1.0 << 99.9 << 50.0;
        QTest::newRow("whole slide") << 50.0 << 140.0 << 5000.0;
        QTest::newRow("magnified") << 0.004 << 140.0 << 0.5;
        QTest::newRow("no scale") << 0.0 << 140.0 << 0.0;
        QTest::newRow("no number") << std::nan("") << 140.0 << 0.0;
        QTest::newRow("endless") << double(INFINITY) << 140.0 << 0.0;
    }

    void lengthsAreRound()
    {
        QFETCH(double, perPixel);
        QFETCH(double, longest);
        QFETCH(double, length);
        const std::optional<ScaleLength> found = roundScaleLength(perPixel, longest);
        QCOMPARE(found.has_value(), length > 0);
        if (!found)
            return;
        QVERIFY(qAbs(found->length - length) < 1e-12 * length);
        QVERIFY(found->screen <= longest);
        QVERIFY(qAbs(found->screen * perPixel - length) < 1e-9 * length);
    }

    void unitsFollowTheLength_data()
    {
        QTest::addColumn<double>("micrometers");
        QTest::addColumn<QString>("text");
        QTest::newRow("um") << 200.0 << u"200 µm"_qs;
        QTest::newRow("below") << 0.5 << u"0.5 µm"_qs;
        QTest::newRow("mm") << 2000.0 << u"2 mm"_qs;
        QTest::newRow("cm") << 20000.0 << u"2 cm"_qs;
    }

    void unitsFollowTheLength()
    {
        QFETCH(double, micrometers);
        QTEST(micrometersText(micrometers, QLocale::c()), "text");
    }

    void barSaysWhatTheViewShows()
    {
        ScaleBar bar;
        bar.setLocale(QLocale::c());
        bar.setScale(4, 0.25); // 1 um per screen pixel
        QCOMPARE(bar.text(), u"100 µm"_qs);
        QCOMPARE(bar.barLength(), 100.0);
        bar.setScale(4, std::nullopt);
        QCOMPARE(bar.text(), QString("500 pixels"));
        QCOMPARE(bar.barLength(), 125.0);
        const QImage picture = bar.grab().toImage();
        int longest = 0;
        for (int y = picture.height() / 2; y < picture.height(); ++y) {
            int run = 0;
            for (int x = 0; x < picture.width(); ++x)
                run = qGray(picture.pixel(x, y)) > 200 ? run + 1 : 0, longest = std::max(longest, run);
        }
        QCOMPARE(double(longest) / picture.devicePixelRatio(), 125.0);
    }

    void pictureIsTheSlide()
    {
        const auto slide = PaintedSlide::create(3000, 1000);
        const QImage picture = overviewPicture(*slide, 360);
        QVERIFY(picture.width() >= 360 && picture.width() < 2 * 400);
        const int level = 3;
        QCOMPARE(picture.size(), QSize(int(slide->geometry().level(level).width), int(slide->geometry().level(level).height)));
        QCOMPARE(picture.pixel(300, 5) & 0xFFFFFF, paintedColor({level, 1, 0}, 300 - 256, 5));
    }

    void picturesThatCannotBeReadAreMissing()
    {
        QVERIFY(
            overviewPicture(FailingSlide(PaintedSlide::create(3000, 1000), [](const TileKey&) { return true; }), 360).isNull());
    }

    void clicksGoToTheirPlace()
    {
        Navigator navigator;
        QSignalSpy asked(&navigator, &Navigator::centerRequested);
        QTest::mouseClick(&navigator, Qt::LeftButton);
        QVERIFY(asked.isEmpty()); // no slide
        navigator.setSlideSize({4000, 2000});
        const QRectF place = navigator.pictureRect();
        QCOMPARE(place.width(), 2 * place.height());
        navigator.setShownPart(QPolygonF({{1000, 500}, {3000, 500}, {3000, 1500}, {1000, 1500}}));
        QCOMPARE(navigator.frame().center(), place.center());
        QCOMPARE(navigator.frame().width(), place.width() / 2);

        QTest::mouseClick(&navigator, Qt::LeftButton, {}, place.center().toPoint());
        const QPointF center = asked.takeFirst().at(0).toPointF();
        const double pixel = 4000 / place.width();
        QVERIFY(qAbs(center.x() - 2000) <= pixel && qAbs(center.y() - 1000) <= pixel);
        QTest::mouseClick(&navigator, Qt::LeftButton, {}, {1, 1}); // the margin
        QCOMPARE(asked.takeFirst().at(0).toPointF(), QPointF(0, 0));
        QTest::keyClick(&navigator, Qt::Key_Right);
        QCOMPARE(asked.takeFirst().at(0).toPointF(), QPointF(2500, 1000));
    }

    void overlaysFollowTheView()
    {
        Background background;
        ViewFixture fixture({900, 700});
        ViewOverlays overlays(fixture.view, background);
        Navigator& navigator = overlays.navigator();
        QVERIFY(navigator.isHidden() && overlays.scaleBar().isHidden());
        fixture.view.setSlide(PaintedSlide::create(3000, 1000));
        fixture.show();
        QVERIFY(QTest::qWaitFor([&] { return navigator.hasPicture(); }, 30000));
        QVERIFY(navigator.isHidden() && overlays.scaleBar().isVisible()); // the view is the overview
        QVERIFY(overlays.scaleBar().text().contains("pixels"));
        QVERIFY(fixture.view.rect().contains(overlays.scaleBar().geometry()));
        const QString before = overlays.scaleBar().text();

        fixture.view.zoomTo(4);
        QVERIFY(navigator.isVisible());
        QVERIFY(fixture.view.rect().contains(navigator.geometry()));
        QVERIFY(overlays.scaleBar().text() != before);
        emit navigator.centerRequested({2000, 300});
        QVERIFY(qAbs(fixture.view.viewport().center.x - 2000) < 1 && qAbs(fixture.view.viewport().center.y - 300) < 1);
        QVERIFY(qAbs(navigator.frame().center().x() -
                     (navigator.pictureRect().left() + navigator.pictureRect().width() * 2 / 3)) < 1);
        const double zoom = fixture.view.viewport().zoom;
        emit navigator.zoomRequested(1);
        QVERIFY(fixture.view.viewport().zoom > zoom);

        overlays.setNavigatorShown(false);
        overlays.setScaleBarShown(false);
        QVERIFY(navigator.isHidden() && overlays.scaleBar().isHidden());
        overlays.setNavigatorShown(true);
        QVERIFY(navigator.isVisible());
        fixture.view.resize(300, 120); // no room for it
        QVERIFY(QTest::qWaitFor([&] { return navigator.isHidden(); }, 30000));
        fixture.view.setSlide(nullptr);
        QVERIFY(navigator.isHidden());
    }
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
