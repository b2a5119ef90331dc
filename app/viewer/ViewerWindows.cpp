#include "ViewerWindows.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <QFileInfo>

#include "handover/Background.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

namespace fs = std::filesystem;

constexpr int kMostRestored = 8; ///< windows; more would only be in the way
constexpr QPoint kBeside(32, 32);

}

ViewerWindows::ViewerWindows(const ViewerServices& services, QString session, QString demoFolder)
    : m_services(services),
      m_session(std::move(session)),
      m_demoFolder(std::move(demoFolder))
{
}

ViewerWindows::~ViewerWindows()
{
    for (const QPointer<ViewerWindow>& each : m_leaving)
        delete each;
}

QString ViewerWindows::sessionFile(int number) const
{
    const QFileInfo first(m_session);
    return number == 1 ? m_session
                       : QStringLiteral("%1/%2-%3.%4")
                             .arg(first.path(), first.completeBaseName(), QString::number(number), first.suffix());
}

std::unique_ptr<ViewerWindow> ViewerWindows::make(int number)
{
    auto made = std::make_unique<ViewerWindow>(m_services, number, sessionFile(number), m_demoFolder);
    ViewerWindow* window = made.get();
    connect(&window->window(), &MainWindow::newWindowRequested, this, [this, window] { openBeside(window->window()); });
    connect(&window->window(), &MainWindow::settingsRequested, this, [this, window] { emit settingsRequested(&window->window()); });
    connect(&window->window(), &MainWindow::quitRequested, this, &ViewerWindows::quit);
    connect(&window->window(), &MainWindow::closed, this, [this, window] { closed(window); });
    connect(&window->window(), &MainWindow::closeRefused, this, [this] { m_isQuitting = false; });
    return made;
}

ViewerWindow& ViewerWindows::append(int number)
{
    m_windows.push_back(make(number));
    m_isQuitting = false;
    emit added(m_windows.back().get());
    return *m_windows.back();
}

ViewerWindow& ViewerWindows::add()
{
    int number = 1;
    while (std::any_of(m_windows.begin(), m_windows.end(), [&](const auto& each) { return each->number() == number; }))
        ++number;
    return append(number);
}

void ViewerWindows::openBeside(const MainWindow& window)
{
    MainWindow& opened = add().window();
    opened.resize(window.isMaximized() || window.isFullScreen() ? window.normalGeometry().size() : window.size());
    opened.move(window.pos() + kBeside);
    opened.show();
    opened.state().setKeeping(m_keeping);
}

std::vector<std::pair<int, fs::path>> ViewerWindows::sessionsOfOthers() const
{
    std::vector<std::pair<int, fs::path>> files;
    for (int number = 1; number <= kMostRestored; ++number)
        if (std::none_of(m_windows.begin(), m_windows.end(), [&](const auto& each) { return each->number() == number; }))
            files.emplace_back(number, toPath(sessionFile(number)));
    return files;
}

void ViewerWindows::restore()
{
    m_keeping = StateKeeper::Keeping::On;
    restore(first());
    m_services.background.run(
        this,
        [files = sessionsOfOthers()] {
            std::vector<int> numbers;
            std::error_code ignored;
            for (const auto& [number, file] : files)
                if (fs::exists(file, ignored))
                    numbers.push_back(number);
            return numbers;
        },
        [this](const std::vector<int>& numbers) {
            for (const int number : numbers) {
                ViewerWindow& window = append(number);
                window.window().resize(first().window().size());
                window.window().move(first().window().pos() + kBeside * int(m_windows.size() - 1));
                window.window().show();
                restore(window);
            }
        });
}

void ViewerWindows::restore(ViewerWindow& window)
{
    connect(
        &window.window().state(), &StateKeeper::restored, &window, [this, &window] { window.window().state().setKeeping(m_keeping); },
        Qt::SingleShotConnection);
    window.window().state().restore();
}

void ViewerWindows::setKeeping(StateKeeper::Keeping keeping)
{
    m_keeping = keeping;
    for (const auto& each : m_windows)
        each->window().state().setKeeping(keeping);
    m_services.background.run([files = sessionsOfOthers()] {
        std::error_code ignored;
        for (const auto& [number, file] : files)
            fs::remove(file, ignored);
    });
}

void ViewerWindows::rebuild()
{
    for (auto& each : m_windows) {
        MainWindow& old = each->window();
        const ViewerState state = old.state().state();
        std::unique_ptr<ViewerWindow> fresh = make(each->number());
        fresh->window().restoreGeometry(old.saveGeometry());
        fresh->window().restoreState(old.saveState());
        fresh->window().show();
        old.hide();
        leave(std::exchange(each, std::move(fresh)));
        emit added(each.get());
        each->window().state().show(state);
        each->window().state().setKeeping(m_keeping);
    }
}

bool ViewerWindows::isWorking() const
{
    return std::any_of(m_windows.begin(), m_windows.end(), [](const auto& each) { return each->window().isWorking(); });
}

void ViewerWindows::quit()
{
    m_isQuitting = true;
    std::vector<QPointer<MainWindow>> windows;
    for (const auto& each : m_windows)
        if (each->window().isWorking())
            windows.emplace_back(&each->window());
    if (windows.empty())
        for (const auto& each : m_windows)
            windows.emplace_back(&each->window());
    for (const QPointer<MainWindow>& window : windows)
        if (window)
            window->close();
}

void ViewerWindows::closed(ViewerWindow* window)
{
    if (m_windows.size() == 1)
        return;
    if (!m_isQuitting)
        window->window().state().setKeeping(StateKeeper::Keeping::Off);
    const auto place = std::find_if(m_windows.begin(), m_windows.end(), [&](const auto& each) { return each.get() == window; });
    leave(std::move(*place));
    m_windows.erase(place);
    if (m_isQuitting)
        QMetaObject::invokeMethod(this, &ViewerWindows::goOnQuitting, Qt::QueuedConnection);
}

void ViewerWindows::goOnQuitting()
{
    if (m_isQuitting)
        quit();
}

void ViewerWindows::leave(std::unique_ptr<ViewerWindow> window)
{
    std::erase_if(m_leaving, [](const QPointer<ViewerWindow>& each) { return !each; });
    m_leaving.emplace_back(window.get());
    // Whoever asked for it may be one of the window's own dialogs, and is still at work.
    window.release()->deleteLater();
}

}
