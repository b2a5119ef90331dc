#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QListWidget>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include "AnnotationController.h"
#include "PanesFixture.h"
#include "SettingsDialog.h"
#include "Translations.h"
#include "ViewerWindows.h"
#include "compare/CompareView.h"

using namespace isostain;
using namespace isostain::test;

namespace {

template <typename T>
T* find(MainWindow& window, const char* name = "")
{
    return *name ? window.findChild<T*>(name) : window.findChild<T*>();
}

ViewerActions& actionsOf(MainWindow& window)
{
    return *window.findChild<ViewerActions*>();
}

void open(ViewerWindow& window, const QString& path)
{
    window.slides().open(path);
    QTRY_COMPARE(window.slides().state(), SlideSession::State::Open);
}

}

/// Several windows of one program.
class TestWindows : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_viewer = std::make_unique<ViewerFixture>();
        m_windows = makeWindows();
        m_first = m_viewer->writePicture("a.png");
        m_second = m_viewer->writePicture("b.png");
        m_profile = m_viewer->writeProfile("swap.json");
    }
    void cleanup()
    {
        m_windows.reset();
        m_viewer.reset();
        setLanguage({});
    }

    void aNewWindowHasASlideOfItsOwn()
    {
        ViewerWindow& first = m_windows->add();
        first.window().show();
        open(first, m_first);
        actionsOf(first.window()).newWindow->trigger();
        QCOMPARE(m_windows->count(), 2);
        ViewerWindow& second = *m_added.back();
        QVERIFY(second.window().isVisible());
        QCOMPARE(second.slides().state(), SlideSession::State::Empty);
        open(second, m_second);
        QCOMPARE(first.window().windowTitle(), QString("a.png – Isostain"));
        QCOMPARE(second.window().windowTitle(), QString("b.png – Isostain"));
        second.window().addPane(m_profile);
        QTRY_VERIFY(!second.panes().isSourceAlone());
        QVERIFY(first.panes().isSourceAlone());
    }

    void windowsOfOneSlideShareWhatIsKeptOfIt()
    {
        ViewerWindow& first = m_windows->add();
        ViewerWindow& second = m_windows->add();
        for (ViewerWindow* each : {&first, &second}) {
            each->window().show();
            open(*each, m_first);
        }
        actionsOf(first.window()).addBookmark->trigger();
        const auto bookmarks = [](ViewerWindow& window) { return find<QListWidget>(window.window(), "bookmarkList")->count(); };
        QCOMPARE(bookmarks(second), 1);
        actionsOf(second.window()).addBookmark->trigger();
        QCOMPARE(bookmarks(first), 2);

        AnnotationStore& here = storeOf(first);
        AnnotationStore& there = storeOf(second);
        here.add(point(10));
        QCOMPARE(there.annotations().size(), 1u);
        QVERIFY2(!there.undoStack().canUndo(), "what another window did is not undone here");
        there.add(point(20));
        QCOMPARE(here.annotations().size(), 2u);

        // One that opens the slide now reads what has just been drawn.
        ViewerWindow& third = m_windows->add();
        third.window().show();
        open(third, m_first);
        QTRY_COMPARE(storeOf(third).annotations().size(), 2u);
        QTRY_COMPARE(bookmarks(third), 2);

        // Another slide has its own.
        open(second, m_second);
        QTRY_COMPARE(there.annotations().size(), 0u);
        here.add(point(30));
        QCOMPARE(there.annotations().size(), 0u);
    }

    void allWindowsComeBackAfterQuitting()
    {
        ViewerWindow& first = m_windows->add();
        first.window().show();
        m_windows->setKeeping(StateKeeper::Keeping::On);
        open(first, m_first);
        actionsOf(first.window()).newWindow->trigger();
        open(*m_added.back(), m_second);
        actionsOf(first.window()).quit->trigger();
        QTRY_VERIFY(!isAnyVisible());

        m_windows = makeWindows();
        m_windows->add().window().show();
        m_windows->restore();
        QTRY_COMPARE(m_windows->count(), 2);
        QTRY_COMPARE(m_added[0]->window().windowTitle(), QString("a.png – Isostain"));
        QTRY_COMPARE(m_added[1]->window().windowTitle(), QString("b.png – Isostain"));
    }

    void aWindowThatIsClosedAloneIsForgotten()
    {
        ViewerWindow& first = m_windows->add();
        first.window().show();
        m_windows->setKeeping(StateKeeper::Keeping::On);
        open(first, m_first);
        actionsOf(first.window()).newWindow->trigger();
        ViewerWindow* second = m_added.back();
        open(*second, m_second);
        QTRY_VERIFY(QFile::exists(m_viewer->path("windows-2.json")));
        QPointer<MainWindow> gone = &second->window();
        second->window().close();
        QTRY_COMPARE(m_windows->count(), 1);
        QTRY_VERIFY(!gone);
        QTRY_VERIFY(!QFile::exists(m_viewer->path("windows-2.json")));
        QVERIFY(first.window().isVisible());
        first.window().close();
        QTRY_VERIFY(!first.window().isVisible());
        QVERIFY(QFile::exists(m_viewer->path("windows.json")));
    }

    void anotherLanguageKeepsWhatIsShown()
    {
        const QStringList languages = translatedLanguages();
        QVERIFY(languages.contains("en"));
        if (!languages.contains("de"))
            QSKIP("there is no German translation");
        ViewerWindow& before = m_windows->add();
        before.window().show();
        open(before, m_first);
        before.window().addPane(m_profile);
        QTRY_COMPARE(before.panes().main().session().currentId(), m_profile);
        before.window().setCompareMode(CompareMode::Curtain);
        auto* view = find<CompareView>(before.window());
        QTRY_VERIFY(view->isSettled());
        Viewport viewport = view->viewport();
        viewport.zoom *= 2;
        viewport.center = {300, 200};
        view->setViewport(viewport);
        storeOf(before).add(point(10));
        QCOMPARE(actionsOf(before.window()).quit->text(), QString("&Quit"));
        QPointer<MainWindow> gone = &before.window();

        setLanguage("de");
        m_windows->rebuild();
        QTRY_VERIFY(!gone);
        ViewerWindow& after = m_windows->first();
        QVERIFY(after.window().isVisible());
        QVERIFY2(actionsOf(after.window()).quit->text() != "&Quit", "it speaks German");
        QTRY_COMPARE(after.slides().state(), SlideSession::State::Open);
        auto* again = find<CompareView>(after.window());
        QTRY_COMPARE(again->viewport().center.x, 300.0);
        QCOMPARE(again->viewport().zoom, viewport.zoom);
        QCOMPARE(again->mode(), CompareMode::Curtain);
        QTRY_COMPARE(after.panes().main().session().currentId(), m_profile);
        QTRY_COMPARE(storeOf(after).annotations().size(), 1u);

        setLanguage("en");
        m_windows->rebuild();
        QCOMPARE(actionsOf(m_windows->first().window()).quit->text(), QString("&Quit"));
    }

    void theLanguageIsChosenInTheSettings()
    {
        SettingsDialog dialog(m_viewer->settings, LanguageChoice::Free);
        auto* box = dialog.findChild<QComboBox*>("language");
        QVERIFY(box && box->isEnabled());
        QCOMPARE(box->currentData().toString(), QString());
        QCOMPARE(box->count(), translatedLanguages().size() + 1);
        box->setCurrentIndex(box->findData("en"));
        dialog.accept();
        QCOMPARE(m_viewer->settings.preferences().language, QString("en"));

        SettingsDialog locked(m_viewer->settings, LanguageChoice::Locked);
        box = locked.findChild<QComboBox*>("language");
        QVERIFY(!box->isEnabled() && !box->toolTip().isEmpty());
        QCOMPARE(box->currentData().toString(), QString("en"));
    }

private:
    std::unique_ptr<ViewerWindows> makeWindows()
    {
        m_added.clear();
        auto made = std::make_unique<ViewerWindows>(m_viewer->services, m_viewer->path("windows.json"), m_viewer->path("demo"));
        connect(made.get(), &ViewerWindows::added, this, [this](ViewerWindow* window) { m_added.push_back(window); });
        return made;
    }
    bool isAnyVisible() const
    {
        return std::any_of(m_added.begin(), m_added.end(), [](const auto& each) { return each && each->window().isVisible(); });
    }
    static AnnotationStore& storeOf(ViewerWindow& window)
    {
        return window.window().findChild<AnnotationController*>()->store();
    }
    static Annotation point(double x)
    {
        Annotation annotation;
        annotation.kind = AnnotationKind::Points;
        annotation.parts = {{{{x, x}}}};
        return annotation;
    }

    std::unique_ptr<ViewerFixture> m_viewer;
    std::unique_ptr<ViewerWindows> m_windows;
    std::vector<QPointer<ViewerWindow>> m_added;
    QString m_first;
    QString m_second;
    QString m_profile;
};

QTEST_MAIN(TestWindows)
#include "tst_windows.moc"
