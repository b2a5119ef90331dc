#include "PaneSet.h"

#include <algorithm>
#include <utility>

namespace isostain {

PaneSet::PaneSet(const PaneServices& services) : m_services(services), m_samples(std::make_shared<SlideSamples>())
{
    connect(&m_services.slides, &SlideSession::slideChanged, this, &PaneSet::followSlide);
    append();
}

PaneSet::~PaneSet() = default;

ViewerPane& PaneSet::append()
{
    m_panes.push_back(std::make_unique<ViewerPane>(m_services, m_samples));
    ViewerPane* pane = m_panes.back().get();
    connect(pane, &ViewerPane::changed, this, &PaneSet::changed);
    connect(pane, &ViewerPane::changed, this, &PaneSet::busyChanged);
    connect(pane, &ViewerPane::failed, this, &PaneSet::failed);
    connect(&pane->session(), &NormalizerSession::busyChanged, this, &PaneSet::busyChanged);
    connect(&pane->session(), &NormalizerSession::loaded, this,
            [this, pane](const QString& id) { emit profileLoaded(pane, id); });
    connect(&pane->session(), &NormalizerSession::failed, this,
            [this, pane](const QString&, const Error& error) { emit profileFailed(pane, error); });
    return *pane;
}

void PaneSet::followSlide()
{
    const SlidePtr before = std::exchange(m_slide, m_services.slides.slide());
    if (before)
        m_samples->remove(before->id());
}

int PaneSet::indexOf(const ViewerPane* pane) const
{
    const auto found = std::find_if(m_panes.begin(), m_panes.end(), [pane](const auto& each) { return each.get() == pane; });
    return found == m_panes.end() ? -1 : int(found - m_panes.begin());
}

void PaneSet::setMain(int index)
{
    const int wanted = std::clamp(index, 0, count() - 1);
    if (wanted == m_main)
        return;
    m_main = wanted;
    emit mainChanged();
}

bool PaneSet::isSourceAlone() const
{
    return count() == 1 && main().isEmpty();
}

bool PaneSet::isVacant() const
{
    return isSourceAlone() && main().session().requestedId().isEmpty();
}

bool PaneSet::isBusy() const
{
    return std::any_of(m_panes.begin(), m_panes.end(), [](const auto& pane) { return pane->isBusy(); });
}

QStringList PaneSet::profileIds() const
{
    QStringList ids;
    for (const auto& pane : m_panes)
        ids << pane->session().currentId() << pane->session().requestedId();
    return ids;
}

ViewerPane* PaneSet::add()
{
    if (!canAdd())
        return nullptr;
    if (isVacant())
        return &main();
    append();
    m_main = count() - 1;
    emit changed();
    emit mainChanged();
    return &main();
}

void PaneSet::close(int index)
{
    if (index < 0 || index >= count())
        return;
    // Its signals come from here, so that nobody meets a pane that is half gone.
    const std::unique_ptr<ViewerPane> closed = std::move(m_panes[std::size_t(index)]);
    closed->disconnect(this);
    closed->session().disconnect(this);
    m_panes.erase(m_panes.begin() + index);
    if (m_panes.empty())
        append();
    m_main = std::clamp(m_main > index ? m_main - 1 : m_main, 0, count() - 1);
    emit changed();
    emit mainChanged();
    emit busyChanged();
}

std::vector<PaneContent> PaneSet::contents(NormalizationShown shown, double zoom) const
{
    std::vector<PaneContent> contents = {{tr("Source")}};
    if (!isSourceAlone())
        for (const auto& pane : m_panes)
            contents.push_back(pane->content(shown, zoom));
    return contents;
}

}
