#include "DemoOpener.h"

#include "DemoMaker.h"

namespace isostain {

DemoOpener::DemoOpener(DemoMaker& demo, SlideSession& slides, QObject* parent)
    : QObject(parent),
      m_demo(demo),
      m_slides(slides),
      m_shownBefore(shown())
{
    connect(&m_demo, &DemoMaker::made, this, [this](const QString& path) {
        if (shown() == m_shownBefore)
            m_slides.open(path);
        else
            emit madeAside(path);
    });
    connect(&m_demo, &DemoMaker::failed, this, [this](const Error& error) {
        if (shown() == m_shownBefore)
            m_slides.fail(error);
        else
            emit failedAside(error);
    });
}

void DemoOpener::request()
{
    m_shownBefore = shown();
    m_demo.make();
}

DemoOpener::Shown DemoOpener::shown() const
{
    return {m_slides.state(), m_slides.slide() ? m_slides.slide()->id() : 0, m_slides.requestedPath()};
}

}
